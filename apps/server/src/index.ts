export { fromEnvironment, type Role, type ServerOptions } from './config.ts';
export { openApi } from './http/description.ts';
export { type Server, startServer } from './start.ts';
