"""``python -m deckloom``."""

from deckloom.cli.main import main

if __name__ == "__main__":
    main()
