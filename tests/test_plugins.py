"""Entry points: found wherever the standard library finds them, at a small price where none are."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planmodel._plugins import entry_points

GROUP = "planmodel.tests"
POINTS = f"[{GROUP}]\nfirst = os:name\n"
ABOUT = "Metadata-Version: 2.1\nName: made-up\nVersion: 1.0\n"
PLACES = ("made_up-1.0.dist-info", "made_up.egg-info", "MADE_UP-1.0.DIST-INFO")


def put(folder: Path, points: str | None) -> None:
    """Make *folder* the description of a distribution with these entry points."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("METADATA", "PKG-INFO"):
        (folder / name).write_text(ABOUT, "utf-8")
    if points is not None:
        (folder / "entry_points.txt").write_text(points, "utf-8")


def found() -> list[tuple[str, str]]:
    """Names and values of the entry points that are found."""
    return [(it.name, it.value) for it in entry_points(GROUP)]


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """A folder, put at the end of ``sys.path`` by calling for it."""

    def use(place: Path = tmp_path) -> Path:
        monkeypatch.setattr(sys, "path", [*sys.path, str(place)])
        return place

    return use


@pytest.mark.parametrize("place", PLACES)
def test_an_installed_distribution_is_found(on_path: Callable[[], Path], place: str) -> None:
    """Its description may be that of a wheel or of an older tool, in any case of letters."""
    put(on_path() / place, POINTS)
    assert found() == [("first", "os:name")]


def test_a_distribution_in_an_egg_is_found(tmp_path: Path, on_path: Callable[[Path], Path]) -> None:
    """An unpacked egg stands on the path itself and holds its description."""
    egg = tmp_path / "made_up-1.0-py3.11.egg"
    put(egg / "EGG-INFO", POINTS)
    on_path(egg)
    assert found() == [("first", "os:name")]


def test_a_distribution_in_an_archive_is_found(
    tmp_path: Path, on_path: Callable[[Path], Path]
) -> None:
    """The standard library looks into archives, so it is asked where one is on the path."""
    archive = tmp_path / "made_up.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("made_up-1.0.dist-info/METADATA", ABOUT)
        file.writestr("made_up-1.0.dist-info/entry_points.txt", POINTS)
    on_path(archive)
    assert found() == [("first", "os:name")]


def test_the_folder_one_stands_in_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty entry of the path means it."""
    put(tmp_path / PLACES[0], POINTS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert found() == [("first", "os:name")]


def test_a_finder_of_distributions_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program may keep its distributions where only its own finder knows them."""
    put(tmp_path / PLACES[0], POINTS)

    class Finder(metadata.DistributionFinder):
        """Knows one distribution."""

        def find_distributions(
            self, context: metadata.DistributionFinder.Context | None = None
        ) -> Iterable[metadata.Distribution]:
            """The one that stands nowhere on the path."""
            assert context is not None
            return [metadata.PathDistribution(tmp_path / PLACES[0])]

        def find_spec(self, *_: object) -> None:
            """No module comes from here."""

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert found() == [("first", "os:name")]


@pytest.mark.parametrize("points", [None, "", "[console_scripts]\nplan = os:name\n"])
def test_the_standard_search_is_not_begun_for_nothing(
    on_path: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, points: str | None
) -> None:
    """Where no distribution says the name of the group, `importlib.metadata` is not asked."""

    def never(**_: object) -> None:
        pytest.fail("it was asked")

    put(on_path() / PLACES[0], points)
    monkeypatch.setattr(metadata, "entry_points", never)
    assert found() == []


def test_what_is_no_folder_of_distributions_is_passed_over(
    tmp_path: Path, on_path: Callable[[Path], Path]
) -> None:
    """A path may name what is not there, and a description may be a file."""
    (tmp_path / "made_up.egg-info").write_text(ABOUT, "utf-8")
    on_path(tmp_path)
    on_path(tmp_path / "nowhere")
    assert found() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    told=st.lists(
        st.tuples(
            st.sampled_from(["planmodel.tests", "planmodel.other", "planmodel.testsuite"]),
            st.sampled_from(["first", "second", "第三"]),
        ),
        max_size=4,
        unique=True,
    )
)
def test_it_finds_what_the_standard_library_finds(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str]]
) -> None:
    """Whatever distributions declare, the answer is that of `importlib.metadata`."""
    folder = tmp_path_factory.mktemp("installed")
    for number, (group, name) in enumerate(told):
        place = folder / f"made_up_{number}-1.0.dist-info"
        put(place, f"[{group}]\n{name} = os:name\n")
        (place / "METADATA").write_text(ABOUT.replace("made-up", f"made-up-{number}"), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(folder)])
        assert entry_points(GROUP) == tuple(metadata.entry_points(group=GROUP))
        assert sorted(found()) == sorted((n, "os:name") for g, n in told if g == GROUP)
