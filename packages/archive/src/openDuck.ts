/** Opens DuckDB in memory, with nothing that reaches a network: no extension is ever fetched. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface OpenDuck {
  readonly connection: DuckDBConnection;
  close(): void;
}

export interface DuckOptions {
  readonly threads: number;
  /** As DuckDB writes sizes, e.g. `256MB`. */
  readonly memory: string;
}

export async function openDuck({ threads, memory }: DuckOptions): Promise<OpenDuck> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: memory,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
