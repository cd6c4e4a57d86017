"""Which kind of file system a path is on, as far as that changes how a folder is scanned and watched."""

import os
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
