"""Commands that bring a user's own tables in: a template, a check, a load."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hanse.graph.errors import BadInput, UserMistake
from hanse.viz.commands.options import (
    AsJson,
    Project,
    answer,
    print_json,
    progress_on_terminal,
    project_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Files = Annotated[list[Path], typer.Argument(help="CSV, workbooks, RDF, or folders with TOML.")]
FaultsFile = Annotated[
    Path | None,
    typer.Option("--faults", help="Also write the faults as a workbook, the cells marked."),
]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (template, check, load):
        cli.command()(command)


def template(
    file: Annotated[Path, typer.Argument(help="A workbook, NAME.xlsx, or a folder to make.")],
    as_json: AsJson = False,
) -> None:
    """Write an empty template to fill in."""
    from hanse.viz.projects import version
    from hanse.viz.template import write_template

    written = [str(path) for path in write_template(file)]
    document: dict[str, object] = {
        "project": None, "as_of": None, "version": version(), "written": written,
        "counts": {"files": len(written)},
    }  # fmt: skip
    answer(document, as_json=as_json, table=lambda: typer.echo(f"written: {file}", err=True))


def check(
    context: typer.Context,
    files: Files,
    faults: FaultsFile = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Check files before they are loaded."""
    from hanse.viz import loading_documents as told
    from hanse.viz.projects import open_store
    from hanse.viz.taking_in import check_files

    address = project_of(context, project)
    is_named = _is_named(context, project)
    with _refusal_as_json(None, as_json=as_json):
        found = check_files(
            files, lambda: open_store(address), is_named=is_named, progress=progress_on_terminal()
        )
    told.tell_remarks(found.remarks)
    if faults:
        told.write_faults(found, faults)
    document = told.check_document(found)
    answer(document, as_json=as_json, table=lambda: told.found(document))
    if not found.is_good:
        raise typer.Exit(UserMistake.exit_status)


def load(
    context: typer.Context,
    files: Files,
    partial: Annotated[
        bool, typer.Option("--partial", help="Load the good rows; keep the rest as put aside.")
    ] = False,
    accept_shrink: Annotated[
        bool, typer.Option("--accept-shrink", help="The file has lost rows, and that is meant.")
    ] = False,
    origin: Annotated[
        str | None, typer.Option(help="What the project calls the files together.")
    ] = None,
    faults: FaultsFile = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Load files into a project: all, or nothing."""
    from hanse.viz import loading_documents as told
    from hanse.viz.projects import open_store, prepare
    from hanse.viz.taking_in import load_files

    address = project_of(context, project)
    with _refusal_as_json(address, as_json=as_json):
        store = open_store(address)
        done = load_files(
            files,
            store,
            origin=origin,
            partial=partial,
            accept_shrink=accept_shrink,
            progress=progress_on_terminal(),
        )
        prepare(store)
    told.tell_remarks(done.remarks)
    if faults:
        told.write_faults(done, faults)
    document = told.load_document(done, project=address)
    answer(document, as_json=as_json, table=lambda: told.found(document))
    if done.is_refused:
        others = "" if done.is_whole else ", or load the good ones with --partial"
        typer.echo(f"error: nothing was loaded\n  hint: mend what is listed{others}", err=True)
        raise typer.Exit(UserMistake.exit_status)


def _is_named(context: typer.Context, project: str | None) -> bool:
    """Say whether the command line names a project; a check needs none of the environment."""
    source = context.find_root().get_parameter_source("project")
    return bool(project) or (source is not None and source.name == "COMMANDLINE")


@contextmanager
def _refusal_as_json(project: str | None, *, as_json: bool) -> "Iterator[None]":
    """Print the document also of a file that is refused whole; the error is told as ever."""
    from hanse.viz import loading_documents as told

    try:
        yield
    except BadInput as fault:
        if as_json:
            print_json(told.refused_document(fault, project=project))
        raise
