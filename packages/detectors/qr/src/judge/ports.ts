// What may be asked of others, off unless an application hands it in: nothing here is called by the judge itself.

/** Safe Browsing v4 and v5 ask by hash prefixes; what comes back is the threat's name, or null. */
export interface ThreatLookup {
  readonly lookup: (url: string) => Promise<string | null>;
}

/** Where a short link leads; null where nobody answered. Following tells the other side that somebody looked. */
export interface LinkFollower {
  readonly follow: (url: string) => Promise<string | null>;
}
