import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passing } from './run-as.ts'

/**
 * PostgreSQL's programs ask by access(2) whether they may open themselves, and the kernel answers that without regard to
 * capabilities unless told otherwise: in a clone below a folder closed to others, as `/root`, the first start failed.
 */
test('a program in a folder closed to its user may ask whether it may open what is there', async () => {
  if (process.getuid?.() !== 0) return
  const closed = await mkdtemp(join(tmpdir(), 'taskwright-closed-'))
  const file = join(closed, 'program')
  await writeFile(file, '')
  await chmod(file, 0o755)
  // Perl is part of every Debian; POSIX::access is access(2).
  const ask = ['perl', '-MPOSIX', '-e', 'exit(POSIX::access($ARGV[0], 4) ? 0 : 1)', file]
  const { status } = spawnSync('setpriv', [...passing({ uid: 65534, gid: 65534 }, 'dac_read_search'), ...ask])
  await rm(closed, { recursive: true })
  expect(status).toBe(0)
})
