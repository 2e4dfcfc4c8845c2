// Builds the work app when it is missing or older than what it is made of. Plain JavaScript, as install.js.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const done = join(root, 'web', 'dist', '.made-of')
/** What goes into it: a change of a file or of a package's version makes it old. */
const sources = [
  'web/src',
  'web/index.html',
  'web/vite.config.ts',
  'sdk/src',
  'server/design/styles',
  'package-lock.json',
]

const wanted = fingerprint()
if (!existsSync(done) || readFileSync(done, 'utf8') !== wanted) build()

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesOf(source)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesOf(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

function build() {
  console.error('Building the work app …')
  const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const node = existsSync(ownNode) ? ownNode : process.execPath
  const { status } = spawnSync(node, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) {
    console.error('The work app could not be built; the message is above. The API and all other pages work without it.')
    process.exit(1)
  }
  writeFileSync(done, wanted)
}
