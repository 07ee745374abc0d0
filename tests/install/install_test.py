"""What `cmake --install` lays down works where it was moved to: the program by itself, and the library in a foreign project.

    install_test.py CMAKE BUILD_FOLDER CXX_COMPILER
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

COMPILER, BUILD, CMAKE = sys.argv.pop(), sys.argv.pop(), sys.argv.pop()
FOREIGN = pathlib.Path(__file__).resolve().parent / "foreign"


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

    def test_foreign_project(self):
        build = self.root / "build"
        run(CMAKE, "-G", "Ninja", "-S", FOREIGN, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DCMAKE_CXX_COMPILER={COMPILER}")
        run(CMAKE, "--build", build)
        feed = run(build / "foreign")
        self.assertIn("SUMMARY:Trump–Xi meeting\\, Busan\n", feed)
        self.assertIn("DTSTART;VALUE=DATE:20251030\n", feed)


if __name__ == "__main__":
    unittest.main()
