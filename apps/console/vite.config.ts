import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Ant Design's table, form and upload are most of it; they are wanted on the first page.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            { name: 'antd', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/v1': process.env.JIANZHEN_API ?? 'http://127.0.0.1:8080' },
  },
});
