"""``make demo-reset``: throw away the demo's data, unless something is using it."""

from devel import instance
from devel.say import show
import shutil


def main():
    instance.refuse_if_running()
    for folder in (instance.DATABASE.parent, instance.BLOBS, instance.MAIL):
        shutil.rmtree(folder, ignore_errors=True)
    show("Data ukázky jsou smazána.\n")


if __name__ == "__main__":
    main()
