"""What decides how a folder can be scanned and watched: its file system, its size, the limits of the system."""

import os
import sys
from pathlib import Path

import psutil

# fmt: off
NETWORK = frozenset({
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb", "smb2", "smb3",
    "smbfs", "vboxsf", "vmhgfs", "virtiofs", "webdav",
})
# fmt: on
"""Changes that another machine makes are not announced on these."""

WITHOUT_LASTING_INODES = frozenset({"exfat", "fat", "fat32", "fuse.exfat", "fuseblk", "msdos", "umsdos", "vfat"})
"""These number files anew each time they are mounted, or even in between."""


def file_system_of(path: Path) -> str:
    """The type of the file system that holds `path`, in lower case; empty when it cannot be told."""
    resolved = Path(os.path.realpath(path))
    best = ("", "")
    for partition in psutil.disk_partitions(all=True):
        # Later entries are mounted over earlier ones at the same place.
        if resolved.is_relative_to(partition.mountpoint) and len(partition.mountpoint) >= len(best[0]):
            best = (partition.mountpoint, partition.fstype.lower())
    return best[1]


def system_watch_limit() -> int:
    """How many directories this user may watch; without such a limit a very large number."""
    try:
        return int(Path("/proc/sys/fs/inotify/max_user_watches").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return sys.maxsize


def count_directories(root: Path, most: int) -> int:
    """Directories in a tree, itself included; stops counting above `most`."""
    count, waiting = 0, [str(root)]
    while waiting and count <= most:
        count += 1
        try:
            with os.scandir(waiting.pop()) as entries:
                waiting.extend(entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
        except OSError:
            continue
    return count
