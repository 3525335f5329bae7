"""`python -m audit.cli` does what `ungated` does."""

from audit.cli.app import main

main()
