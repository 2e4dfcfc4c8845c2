import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server gives the app out below /work; what it is made of has names that change with the content. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/work/',
  plugins: [react()],
  build: { outDir: 'dist', assetsDir: 'assets', sourcemap: true, modulePreload: { polyfill: false } },
})
