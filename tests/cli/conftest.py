"""A terminal that stands in the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_running import Terminal


@pytest.fixture
def planmodel(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> Terminal:
    """Runs ``planmodel`` in the checkout, in English unless told otherwise."""
    monkeypatch.chdir(checkout)
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def japanese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> Terminal:
    """The same on a machine whose locale is Japanese."""
    monkeypatch.chdir(checkout)
    return Terminal(capsys, monkeypatch, "ja")


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """The example as a JSON document."""
    from planmodel.exchange.documents import to_json
    from planmodel.exchange.loading import load

    path = tmp_path_factory.mktemp("documents") / "plan.json"
    path.write_text(to_json(load(checkout / "examples/hyogo_5th")), encoding="utf-8")
    return path
