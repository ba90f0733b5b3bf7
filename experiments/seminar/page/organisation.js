// Who is where in one organisation: decoded from the layout that comes with a world, and never changed.

import { column } from "./bytes.js";

export const ROLES = ["elu", "direction", "manager", "field_agent", "citizen"];

/**
 * Rows in order: élus, managers (of each organisation in turn, DGS first), field agents, citizens.
 * Managers over several services are the direction.
 */
export class Organisation {
  constructor(layout) {
    this.id = layout.id;
    this.services = layout.services;
    this.stride = layout.citizen_stride;
    this.eluRole = layout.elu_role;
    const { rows } = layout;
    this.first = { elu: 0, manager: rows.elu, field_agent: rows.elu + rows.manager };
    this.first.citizen = this.first.field_agent + rows.field_agent;
    this.rows = rows;
    this.size = this.first.citizen + rows.citizen;
    this.manager = {
      level: column(layout.manager.level, Uint8Array),
      service: column(layout.manager.service, Int16Array),
      parent: column(layout.manager.parent, Int32Array),
      first: column(layout.manager.first_service, Uint16Array),
      last: column(layout.manager.last_service, Uint16Array),
      from: column(layout.manager.from, Uint16Array),
      until: column(layout.manager.until, Uint16Array),
    };
    this.agent = {
      service: column(layout.field_agent.service, Uint16Array),
      team: column(layout.field_agent.team, Uint16Array),
      manager: column(layout.field_agent.manager, Int32Array),
    };
    this.citizenService = column(layout.citizen.service, Uint16Array);
    this.ties = column(layout.ties, Uint32Array);
    this.roleOf = this.#roles();
    this.headcount = this.#headcount();
  }

  #roles() {
    const roles = new Uint8Array(this.size).fill(ROLES.indexOf("elu"), 0, this.rows.elu);
    this.manager.service.forEach((service, k) => {
      roles[this.first.manager + k] = ROLES.indexOf(service < 0 ? "direction" : "manager");
    });
    roles.fill(ROLES.indexOf("field_agent"), this.first.field_agent, this.first.citizen);
    return roles.fill(ROLES.indexOf("citizen"), this.first.citizen);
  }

  #headcount() {
    const counts = new Uint16Array(this.services.length);
    for (const service of this.agent.service) counts[service] += 1;
    return counts;
  }

  role(row) {
    return ROLES[this.roleOf[row]];
  }

  /** The service of a row, -1 where it has none (élus, direction, citizens). */
  serviceOf(row) {
    const agent = row - this.first.field_agent;
    if (agent >= 0) return agent < this.rows.field_agent ? this.agent.service[agent] : -1;
    const manager = row - this.first.manager;
    return manager >= 0 ? this.manager.service[manager] : -1;
  }

  /** Whether a post stands in the organisation of a month; a reorganisation replaces all of them. */
  stands(manager, month) {
    return this.manager.from[manager] <= month && month < this.manager.until[manager];
  }

  /** The month from which the posts of a month stand. */
  since(month) {
    return this.manager.from.reduce((latest, from) => (from <= month && from > latest ? from : latest), 0);
  }

  /** Rows of one role, in order. */
  members(role) {
    const wanted = ROLES.indexOf(role);
    const rows = [];
    this.roleOf.forEach((own, row) => own === wanted && rows.push(row));
    return rows;
  }
}
