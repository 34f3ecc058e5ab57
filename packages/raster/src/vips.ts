import sharp from 'sharp';

// Pages are decoded once each, and many worker threads may do so side by side: libvips' own cache would only hold
// memory, and its own threads would fight over the cores.
sharp.cache(false);
sharp.concurrency(1);

export { sharp };
