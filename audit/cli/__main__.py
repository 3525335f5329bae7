"""`python -m audit.cli` does what `ungated` does."""

from audit.cli import main

main()
