"""``python -m planmodel`` is the command line."""

from planmodel.cli import main

raise SystemExit(main())
