export { type Network, type Networks, openNetworks } from './networks.ts';
export { openReader, type Reader, type ReaderOptions, readerWith } from './reader.ts';
export { openRecogniser, recogniserWith, type StripReading, type StripRecogniser } from './recogniser.ts';
