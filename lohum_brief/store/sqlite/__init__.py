"""A visit as a file, with journal, digests, lock and backups.

Who uses a store knows its protocol (`store/protocol`), the values in it, and the one place that
makes a store of an address (`store/locate`). The first store is a file (`store/sqlite`): SQLite as
an application file, rollback journal, full synchronous writes. Every edit is one transaction that
holds the new records, the journal entry and the digests; `ok` is said after it. Photos lie beside
the records by their digest; the JSON document names them only. Each row has a digest and all rows
in order a seal, so that flipped bits, lost and exchanged rows are noticed. A file from elsewhere is
opened read-only and its schema compared with ours before a record is decoded. Undo and redo come
from the journal. The lock dies with the process that holds it.

A random name in the file (`store/sqlite/identity`), given with its first edit, finds its backups
again wherever it lies; copies without history have none.

An edit costs what it touches: the chain of a visit holds only what differs from the one before, and
the digests under the seal are replaced row by row.

Reading a file of an earlier version changes nothing in it: a copy in memory is brought up to date
and read. Opened to be edited it is migrated
(`store/sqlite/migrating`): one transaction, after a backup that stays. `user_version` is the major
version, `meta` has the minor one that something in the file needs (`store/sqlite/minor`).

Editions are no records, so that undo, earlier states and the JSON document leave them alone;
digests and a seal of their own protect them. A file is set, its number reserved with the digest of
the PDF, the file written, the edition marked: a crash leaves no file without its entry and gives no
number twice. What has changed since is told from a trace of 12 bytes a record, which holds nothing
of what was said (`packs/extent`, `release/since`).
"""
