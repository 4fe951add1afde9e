import type { ServerResponse } from 'node:http'

/** Pours until nobody drinks any more; `told` hears of each gulp, in bytes. */
export function pours(response: ServerResponse, told: (bytes: number) => void = () => {}): void {
  const gulp = Buffer.alloc(64 * 1024)
  const more = () => {
    while (!response.destroyed) {
      told(gulp.length)
      if (!response.write(gulp)) return
    }
  }
  response.on('drain', more)
  more()
}

/** A byte now and then, without end. */
export function drips(response: ServerResponse): void {
  const drops = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(drops))
}
