"""The finished bytes, read again: every rule of a sound package, and every promise of the plan."""
