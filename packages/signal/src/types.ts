/** A piece of sound: one array a channel, all of one length, samples in [-1, 1]. */
export type Samples = readonly Float32Array[];
