const RUN = /(?:%[0-9a-f]{2})+/gi;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const gbk = new TextDecoder('gb18030');

/** Percent-encoding undone once. What is no encoding stays; bytes that are no UTF-8 are taken for GBK, as older Chinese sites write. */
export function percentDecoded(text: string): string {
  return text.replace(RUN, (run) => {
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    try {
      return utf8.decode(bytes);
    } catch {
      return gbk.decode(bytes);
    }
  });
}
