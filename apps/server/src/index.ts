export { openApi } from './http/description.ts';
