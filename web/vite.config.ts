import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** react-aria brings its words in 34 languages, 30 KB of the compressed first load: the app is in English, and so are they. */
const inEnglish: Plugin = {
  name: 'in-english',
  enforce: 'pre',
  resolveId(source, importer) {
    const english = source.replace(/\b[a-z]{2}-[A-Z]{2}\.(m?js)$/, 'en-US.$1')
    const isTranslation = importer !== undefined && /react-(aria|stately)/.test(importer) && english !== source
    return isTranslation ? this.resolve(english, importer) : undefined
  },
}

/** The server gives the app out below /work; what it is made of has names that change with the content. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/work/',
  plugins: [inEnglish, react()],
  build: { outDir: 'dist', assetsDir: 'assets', sourcemap: true, modulePreload: { polyfill: false } },
})
