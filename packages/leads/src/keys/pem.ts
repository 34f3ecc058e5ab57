/** The DER of every block of that label in PEM text, in order. */
export function pemBlocks(pem: string, label: RegExp): Uint8Array[] {
  const blocks = pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----\s*([A-Za-z0-9+/=\s]*?)-----END \1-----/g);
  return [...blocks]
    .filter(([, name]) => label.test(name!))
    .map(([, , body]) => Buffer.from(body!.replace(/\s/g, ''), 'base64'));
}

export function toPem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
