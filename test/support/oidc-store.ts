type Payload = Record<string, unknown>;

/** What one provider remembers, kept apart from every other's, so that no code of one is known to another. */
export function oidcStore(): new (kind: string) => object {
  const rows = new Map<string, Payload>();
  return class {
    constructor(private readonly kind: string) {}

    async upsert(id: string, payload: Payload): Promise<void> {
      rows.set(`${this.kind} ${id}`, payload);
    }
    async find(id: string): Promise<Payload | undefined> {
      return rows.get(`${this.kind} ${id}`);
    }
    async findByUid(uid: string): Promise<Payload | undefined> {
      return [...rows].find(([key, row]) => key.startsWith(`${this.kind} `) && row['uid'] === uid)?.[1];
    }
    async findByUserCode(): Promise<undefined> {
      return undefined;
    }
    async consume(id: string): Promise<void> {
      const row = rows.get(`${this.kind} ${id}`);
      if (row) row['consumed'] = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string): Promise<void> {
      rows.delete(`${this.kind} ${id}`);
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, row] of rows) if (row['grantId'] === grantId) rows.delete(key);
    }
  };
}
