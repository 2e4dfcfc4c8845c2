// Makes sure that a browser for the tests is there: the one of the machine, or, as root where there is apt, Debian's.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
if (!find()) install()
console.log(`Browser: ${find()}`)

function find() {
  return places.find((place) => place && existsSync(place))
}

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    fail('There is no Chromium. Install it, or name it in CHROMIUM.')
  console.log('Installing chromium …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' })
    if (status !== 0) fail(`apt-get ${args[0]} failed: ${stderr}`)
  }
  if (!find()) fail('apt-get installed no Chromium')
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
