"""The values that pass between the stages: frozen, standard library only, imported by everyone, importing no one."""
