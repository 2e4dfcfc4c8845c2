// Installs what is missing before a command runs. Plain JavaScript: it runs under the Node that is there, from 20 on,
// before our own is installed. `--quiet` says nothing unless there is work, and then on stderr.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const done = join(modules, '.taskwright-install')
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const version = Number(process.versions.node.split('.')[0])
if (!isInstalled()) await install()

/** Whole, and made from this package-lock.json; or changed since by a developer's own `npm install`. */
function isInstalled() {
  if (!existsSync(done) || !(existsSync(ownNode) || version >= 24)) return false
  return (
    readFileSync(done, 'utf8') === wanted() ||
    modified('node_modules/.package-lock.json') >= modified('package-lock.json')
  )
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

async function install() {
  const say = process.argv.includes('--quiet') ? console.error : console.log
  if (version < 20) fail(`Node ${process.versions.node} is too old to install Taskwright: it takes 20 or later.`)
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  say('Installing packages, once; this takes about a minute …')
  const npm = spawn('npm', ['ci', '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd: root,
    // What npm has to say goes to stderr, its progress bar too.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, PATH: pathWithoutOwn() },
    shell: process.platform === 'win32',
  })
  // npm draws no bar where there is no terminal.
  const still = process.stderr.isTTY ? undefined : setInterval(() => say(`… ${seconds()} s`), 10_000)
  const [status] = await once(npm, 'close').catch((error) => fail(`npm could not be started: ${error.message}`))
  clearInterval(still)
  if (status !== 0) fail('npm could not install the packages; its message is above. Is the network there?')
  checkNode()
  writeFileSync(done, wanted())
  say(`Installed in ${seconds()} s`)
}

/** npm must not run under the Node that it is about to replace. */
function pathWithoutOwn() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .join(delimiter)
}

/** The server runs under the Node that the package `node` brings; its install script must have been allowed to run. */
function checkNode() {
  const { stdout } = spawnSync(ownNode, ['--version'], { encoding: 'utf8' })
  if (version >= 24 || Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= 24) return
  fail(
    `Node 24, which the server runs under, did not get installed (${stdout ? `found ${stdout.trim()}` : 'its file is missing'}). ` +
      'The package "node" brings it by an install script: run "npm ci --ignore-scripts=false", or use a Node 24 of your own.',
  )
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
