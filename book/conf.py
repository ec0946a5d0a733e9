"""How Sphinx makes the book, from the pages that book/pages writes.

Flow: book/pages -> Markdown -> **Sphinx** -> HTML that loads nothing from outside
"""

import json
import subprocess
import sys
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

BOOK = Path(__file__).parent

project = "digits-cnn"
html_title = "digits-cnn"
extensions = ["myst_parser"]
myst_enable_extensions = ["dollarmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
sys.path.insert(0, str(BOOK))
myst_heading_slug_func = "conf.heading_place"
# A lexer that knows less TypeScript than TypeScript does is no fault of a lesson.
suppress_warnings = ["misc.highlighting_failure"]

# Where the files beside the pages are (html_static_path, html_extra_path) is said by scripts/book.mjs.
html_theme = "furo"
html_favicon = "static/icon.svg"
html_css_files = ["katex/katex.css", "book.css"]
html_js_files = ["book.js"]
html_math_renderer = "katex"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_use_index = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def heading_place(heading):
    """As JupyterLab names the place of a heading, so that the lessons' links stay what they are."""
    return heading.replace(" ", "-")


class Formulas:
    """Formulas drawn by KaTeX in a Node of its own, one line for one line, so that a page needs no script for them."""

    def __init__(self):
        command = ["node", str(BOOK / "formulas.mjs")]
        self.node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def draw(self, formula, display):
        tex = formula.astext()
        self.node.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
        self.node.stdin.flush()
        answer = json.loads(self.node.stdout.readline())
        if "error" in answer:
            logging.getLogger(__name__).warning("%s", answer["error"], location=formula)
        return answer.get("html", "")

    def close(self, *_):
        self.node.stdin.close()
        self.node.wait()


# What the theme leaves without a name for those who listen, and what it says with one.
NAMED = {
    '<aside class="sidebar-drawer': '<aside aria-label="Contents" class="sidebar-drawer',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
    '<div id="search-results">': '<h1>Search</h1>\n<div id="search-results">',
}


def name_parts(app, problem):
    for page in Path(app.outdir).rglob("*.html") if problem is None else []:
        html = page.read_text(encoding="utf-8")
        for old, new in NAMED.items():
            html = html.replace(old, new)
        page.write_text(html, encoding="utf-8")


def setup(app):
    formulas = Formulas()

    def inline(writer, node):
        writer.body.append(formulas.draw(node, False))
        raise nodes.SkipNode

    def block(writer, node):
        writer.body.append(f'<div class="formula">{formulas.draw(node, True)}</div>\n')
        raise nodes.SkipNode

    app.add_html_math_renderer("katex", (inline, None), (block, None))
    app.connect("build-finished", formulas.close)
    app.connect("build-finished", name_parts)
