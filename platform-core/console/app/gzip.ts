import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_PACKING = /\.(js|css|html|svg|json)$/;

/** Lays a .gz beside each text file once, at build time, so that the server never has to pack anything. */
export function gzip(directory: string): Plugin {
  return {
    name: 'gzip',
    apply: 'build',
    closeBundle() {
      for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
        if (!WORTH_PACKING.test(file)) continue;
        const plain = readFileSync(join(directory, file));
        const packed = gzipSync(plain, { level: 9 });
        if (packed.length < plain.length) writeFileSync(join(directory, file + '.gz'), packed);
      }
    },
  };
}
