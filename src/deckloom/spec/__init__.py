"""From located nodes to a checked deck: schema, near misses, ids and links."""
