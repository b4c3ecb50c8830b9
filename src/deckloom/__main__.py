"""The command line as a process: ``deckloom`` and ``python -m deckloom``."""

from deckloom.cli.signals import end_at_once


def main() -> None:
    """Runs it; a signal that comes while the modules are being imported ends it without a word."""
    end_at_once()
    from deckloom.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
