"""Sets Archipel up where it is not, then opens it: `python start.py`, on Windows `py start.py`.

What `make` does, for machines without make: a virtual environment in .venv, the libraries that the lock files name,
this project in place; once. Words after it go to the `archipel` command: `python start.py run scenario=transfo`.

Only the standard library, and only what every Python 3 can read: an old one must be able to say that it is too old.
"""

import os
import subprocess
import sys

NEWEST_TOO_OLD = (3, 10)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
READY = [os.path.join(VENV, name) for name in (".ready-run", ".ready-test")]
LOCKS = ("requirements-build.lock", "requirements.lock")
INPUTS = [os.path.join(ROOT, name) for name in ("pyproject.toml",) + LOCKS]

TEXTS = {
    "old": (
        "Archipel demande Python 3.11 ou plus récent ; celui-ci est le {0}.\n"
        "Installez-en un (python.org, ou le centre logiciel de votre service informatique), puis relancez avec lui.",
        "Archipel needs Python 3.11 or later; this one is {0}.\n"
        "Install one (python.org, or your IT department's software centre), then start start.py with it.",
    ),
    "venv": (
        "Ce Python ne sait pas créer d'environnement (venv). Sous Debian ou Ubuntu : apt install python3-venv.",
        "This Python cannot make an environment (venv). On Debian or Ubuntu: apt install python3-venv.",
    ),
    "install": (
        "Installation des bibliothèques dans .venv (une seule fois, quelques minutes au plus)...",
        "Installing the libraries in .venv (once, a few minutes at most)...",
    ),
    "failed": (
        "L'installation a échoué ; le message ci-dessus dit pourquoi. Le plus souvent : pas d'accès au réseau, ou un\n"
        "proxy à déclarer (variable HTTPS_PROXY). Relancez start.py : il reprendra où il s'est arrêté.",
        "The installation failed; the message above says why. Most often: no network, or a proxy to declare\n"
        "(variable HTTPS_PROXY). Start start.py again: it goes on where it stopped.",
    ),
}


def say(key, *values):
    """Print a sentence in the language of the environment, French where it says none."""
    named = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    spoken = next((value for value in named if value), "fr")
    text = TEXTS[key][1 if spoken.lower().startswith("en") else 0].format(*values)
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


def interpreter():
    """Path of the environment's own Python."""
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(VENV, *inside)


def is_ready():
    """Whether the libraries were installed since the lock files last changed."""
    stamps = [os.path.getmtime(path) for path in READY if os.path.exists(path)]
    newest = max(os.path.getmtime(path) for path in INPUTS)
    return bool(stamps) and max(stamps) >= newest and os.path.exists(interpreter())


def install():
    """Make the environment where there is none and install what the locks name, hashes checked."""
    say("install")
    if not os.path.exists(interpreter()):
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", VENV])
    pip = [interpreter(), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    build, run = (os.path.join(ROOT, name) for name in LOCKS)
    subprocess.check_call(pip + ["--require-hashes", "-r", build])
    subprocess.check_call(pip + ["--require-hashes", "--no-build-isolation", "-r", run])
    subprocess.check_call(pip + ["--no-build-isolation", "--no-deps", "--editable", ROOT])
    with open(READY[0], "w"):
        os.utime(READY[0], None)


def main(words):
    """Set up if need be, then hand over; returns the exit code."""
    if sys.version_info[:2] <= NEWEST_TOO_OLD:
        say("old", "{0}.{1}".format(*sys.version_info[:2]))
        return 1
    if not is_ready():
        try:
            import ensurepip  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            say("venv")
            return 1
        try:
            install()
        except (subprocess.CalledProcessError, OSError):
            say("failed")
            return 1
    try:
        return subprocess.call([interpreter(), "-m", "experiments"] + (words or ["app"]), cwd=None if words else ROOT)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
