/** As much of `compression` as is used here. Its published types are those of Express, and bring a dozen packages. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Options {
    filter: (request: IncomingMessage, response: ServerResponse) => boolean;
  }
  function compression(
    options: Options,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  namespace compression {
    /** Whether answers of this type become smaller. */
    function filter(request: IncomingMessage, response: ServerResponse): boolean;
  }
  export = compression;
}
