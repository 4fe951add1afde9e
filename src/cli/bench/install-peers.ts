import { spawnSync } from 'node:child_process'
import { peersFolder } from './peers.ts'

/** Installs what we are measured beside, by its own lockfile into its own folder; no part of the product. Throws when npm fails. */
export function installPeers(): void {
  const { status } = spawnSync(
    'npm',
    ['ci', '--prefix', peersFolder, '--ignore-scripts', '--no-audit', '--no-fund'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (status !== 0) throw new Error('npm ci --prefix bench/peers failed')
}
