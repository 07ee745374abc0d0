"""What `cmake --install` lays down works where it was moved to: the program by itself, and the library in a foreign project.

    install_test.py CMAKE BUILD_FOLDER CXX_COMPILER
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

COMPILER, BUILD, CMAKE = sys.argv.pop(), sys.argv.pop(), sys.argv.pop()
HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "tag.cpp"


def run(*command, cwd=None):
    ran = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, f"{command}: {ran.stdout}{ran.stderr}"
    return ran.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="dateline-install-")
        root = pathlib.Path(cls.folder.name)
        run(CMAKE, "--install", BUILD, "--prefix", root / "first")
        cls.root = root
        cls.prefix = (root / "first").rename(root / "moved")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_program(self):
        program = self.prefix / "bin" / "dateline"
        self.assertTrue(run(program, "rules", "check").endswith(" 0 wrong\n"))
        self.assertIn(str(self.prefix / "share/dateline/rules/en"), run(program, "rules", "list"))
        (self.root / "linked").symlink_to(program)
        self.assertTrue(run("./linked", "rules", "check", cwd=self.root).endswith(" 0 wrong\n"))

    def test_what_lies_beside_it(self):
        for name in ["man/man1/dateline.1", "bash-completion/completions/dateline", "zsh/vendor-completions/_dateline", "doc/dateline/copyright"]:
            self.assertTrue((self.prefix / "share" / name).is_file(), name)

    def built(self, project, *options):
        """The program of a foreign project that has the name of its folder."""
        build = self.root / project
        run(CMAKE, "-G", "Ninja", "-S", HERE / project, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={COMPILER}", *options)
        run(CMAKE, "--build", build)
        return build / project

    def test_foreign_project(self):
        feed = run(self.built("foreign"))
        self.assertIn("SUMMARY:Trump–Xi meeting\\, Busan\n", feed)
        self.assertIn("DTSTART;VALUE=DATE:20251030\n", feed)

    def test_who_tags_needs_neither_sqlite_nor_gumbo(self):
        program = self.built("tagger", f"-DEXAMPLE={EXAMPLE}", "-DCMAKE_DISABLE_FIND_PACKAGE_SQLiteCpp=ON")
        self.assertIn("last Friday: DATE 2025-10-17", run(program))
        linked = run("ldd", program)
        self.assertIn("libyaml-cpp", linked)
        self.assertNotRegex(linked, "sqlite|gumbo|uuid")


if __name__ == "__main__":
    unittest.main()
