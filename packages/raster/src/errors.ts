import { defineErrors } from '@jianzhen/evidence';

/** Every coded error of this package. */
export const errors = defineErrors({
  'image.corrupt': {
    zh: '图片已损坏，无法读取（{detail}）。请重新导出或重新拍摄后再提交。',
    en: 'The image is damaged and cannot be read ({detail}). Export or photograph it again.',
  },
  'image.truncated': {
    zh: '图片不完整，文件在中途被截断。请重新上传完整的文件。',
    en: 'The image is incomplete: the file ends too early. Upload the whole file again.',
  },
  'image.too-large': {
    zh: '图片过大（{width}×{height} 像素），上限为 {megapixels} 百万像素且每边不超过 {edge} 像素。',
    en: 'The image is too large ({width}×{height} pixels); at most {megapixels} megapixels and {edge} pixels an edge are read.',
    status: 413,
  },
  'image.too-complex': {
    zh: '图片的编码异常复杂（{detail}），为保护系统已拒绝解码。',
    en: 'The image is coded in an abnormally complex way ({detail}) and was refused to protect the system.',
  },
  'image.unsupported-jpeg': {
    zh: '不支持这种 JPEG 编码（{process}）。可读取的是 8 位哈夫曼编码的基线、扩展顺序和渐进式 JPEG；请用看图软件另存为普通 JPEG 或 PNG 后再提交。',
    en: 'This kind of JPEG is not supported ({process}). Baseline, extended sequential and progressive JPEG with 8 bits and Huffman coding are read; save it as a plain JPEG or PNG and submit it again.',
    status: 415,
  },
  'image.heic-unsupported': {
    zh: '暂不支持 HEIC/HEIF 图片。请在手机上改存为 JPEG（苹果手机：设置 → 相机 → 格式 → 兼容性最佳），或用看图软件另存为 JPEG 后再提交。',
    en: 'HEIC/HEIF images are not supported. Save the picture as JPEG (on an iPhone: Settings → Camera → Formats → Most Compatible) or export it as JPEG, then submit it again.',
    status: 415,
  },
  'image.unsupported-format': {
    zh: '无法识别的图片格式。支持 JPEG、PNG、WebP、TIFF、BMP、GIF 和 AVIF。',
    en: 'The image format is not recognised. JPEG, PNG, WebP, TIFF, BMP, GIF and AVIF are supported.',
    status: 415,
  },
  'image.no-such-page': {
    zh: '图片没有第 {page} 页，共 {pages} 页。',
    en: 'The image has no page {page}; it has {pages}.',
    status: 404,
  },
  'pdf.broken': {
    zh: 'PDF 已损坏，无法读取（{detail}）。请重新导出后再提交。',
    en: 'The PDF is damaged and cannot be read ({detail}). Export it again.',
  },
  'pdf.password': {
    zh: 'PDF 设有打开密码，无法检查。请提交不加密的文件。',
    en: 'The PDF needs a password to open and cannot be checked. Submit it without a password.',
  },
  'pdf.no-pages': {
    zh: 'PDF 中没有可显示的页面。',
    en: 'The PDF has no page that can be shown.',
  },
  'pdf.page-broken': {
    zh: 'PDF 第 {page} 页已损坏，无法读取。',
    en: 'Page {page} of the PDF is damaged and cannot be read.',
  },
  'pdf.page-size': {
    zh: 'PDF 第 {page} 页的尺寸 {width}×{height} 点不合理，拒绝渲染。',
    en: 'Page {page} of the PDF claims an absurd size of {width}×{height} points and was refused.',
  },
  'pdf.too-complex': {
    zh: 'PDF 第 {page} 页内容过于复杂，为保护系统已拒绝渲染。',
    en: 'Page {page} of the PDF is too complex and was refused to protect the system.',
  },
  'ofd.broken': {
    zh: 'OFD 已损坏，无法读取（{detail}）。请重新导出后再提交。',
    en: 'The OFD is damaged and cannot be read ({detail}). Export it again.',
  },
  'ofd.bomb': {
    zh: 'OFD 压缩包异常（{detail}），疑似压缩炸弹，已拒绝解压。',
    en: 'The OFD archive is abnormal ({detail}), like a decompression bomb, and was refused.',
  },
  'ofd.path-traversal': {
    zh: 'OFD 压缩包中的路径“{path}”指向包外，已拒绝。',
    en: 'The OFD archive holds the path "{path}", which leads out of it, and was refused.',
  },
  'ofd.page-size': {
    zh: 'OFD 第 {page} 页的尺寸 {width}×{height} 毫米不合理，拒绝渲染。',
    en: 'Page {page} of the OFD claims an absurd size of {width}×{height} mm and was refused.',
  },
  'ofd.too-complex': {
    zh: 'OFD 第 {page} 页内容过于复杂，为保护系统已拒绝渲染。',
    en: 'Page {page} of the OFD is too complex and was refused to protect the system.',
  },
});
