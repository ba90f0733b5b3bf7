/* The threshold and the logistic contagion of `sim/agents/practice.py`, as plain C would have them.

   Same equations, same addressed luck, same order of operations: the adopters are the same, one by one. All agents
   decide at once each month; counts of practising neighbours are kept up to date where a decision changes them. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int32_t n, n_teams;
    const uint32_t *indptr, *indices; /* work ties: both directions, by row */
    const int32_t *team, *team_size;
    const uint8_t *category, *neutral;
    const double *motivation, *cynicism, *threshold;
    const double *adopt, *abandon; /* log-odds that a team shares */
    uint8_t *practises;            /* read at the start, written at the end */
} World;

typedef struct {
    double peers, half_point, steepness, motivation, cynicism, legitimacy, neutrality, formal;
    double stop_peers, stop_motivation, stop_cynicism, stop_formal;
    double legitimacy_by_category[3];
    double job; /* how far listening to users is written in the job */
    uint32_t seed_low, seed_high, phase;
} Rule;

/* First word of Philox4x32-10 at (row, month, phase, 0) as a uniform in ]0, 1[. */
static double uniform(const Rule *r, uint32_t month, uint32_t row) {
    uint32_t c0 = row, c1 = month, c2 = r->phase, c3 = 0, k0 = r->seed_low, k1 = r->seed_high;
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)0xD2511F53u * c0, b = (uint64_t)0xCD9E8D57u * c2;
        c0 = (uint32_t)(b >> 32) ^ c1 ^ k0;
        c2 = (uint32_t)(a >> 32) ^ c3 ^ k1;
        c1 = (uint32_t)b;
        c3 = (uint32_t)a;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return ((double)c0 + 0.5) * 0x1p-32;
}

static double logistic(double z) {
    if (z < -700.0) return 0.0;
    if (z > 700.0) return 1.0;
    return 1.0 / (1.0 + exp(-z));
}

static void count_neighbours(const World *w, int32_t *neighbours) {
    memset(neighbours, 0, sizeof(int32_t) * (size_t)w->n);
    for (int32_t i = 0; i < w->n; i++)
        if (w->practises[i])
            for (uint32_t e = w->indptr[i]; e < w->indptr[i + 1]; e++) neighbours[w->indices[e]]++;
}

static void commit(const World *w, int32_t *neighbours, const uint8_t *after) {
    for (int32_t i = 0; i < w->n; i++) {
        int32_t step = (int32_t)after[i] - (int32_t)w->practises[i];
        if (step == 0) continue;
        w->practises[i] = after[i];
        for (uint32_t e = w->indptr[i]; e < w->indptr[i + 1]; e++) neighbours[w->indices[e]] += step;
    }
}

/* An agent adopts for good when the share of its neighbours who practise reaches its threshold. */
int threshold_contagion(const World *w, int32_t months) {
    int32_t *neighbours = malloc(sizeof(int32_t) * (size_t)w->n);
    uint8_t *after = malloc((size_t)w->n);
    if (!neighbours || !after) return 1;
    count_neighbours(w, neighbours);
    for (int32_t month = 0; month < months; month++) {
        for (int32_t i = 0; i < w->n; i++) {
            int32_t degree = (int32_t)(w->indptr[i + 1] - w->indptr[i]);
            after[i] = w->practises[i] || (degree > 0 && neighbours[i] >= w->threshold[i] * degree - 1e-12);
        }
        commit(w, neighbours, after);
    }
    free(neighbours);
    free(after);
    return 0;
}

/* How far practising neighbours carry an agent along, 0..1. */
static double pressure(const Rule *r, int32_t contacts, double half) {
    if (contacts == 0) return 0.0;
    double grown = pow(contacts, r->steepness);
    return grown / (half + grown);
}

static int takes_up(const World *w, const Rule *r, int32_t i, int32_t contacts, double half, double u) {
    double z = w->adopt[w->team[i]] + r->formal * r->job + r->peers * pressure(r, contacts, half);
    z += r->motivation * (2.0 * w->motivation[i] - 1.0) - r->cynicism * w->cynicism[i];
    z -= r->legitimacy * (1.0 - r->legitimacy_by_category[w->category[i]]);
    if (w->neutral[i]) z -= r->neutrality * (1.0 - r->job);
    return u < logistic(z);
}

static int drops(const World *w, const Rule *r, int32_t i, int32_t contacts, double half, double mates, double u) {
    double around = fmax(mates, pressure(r, contacts, half));
    double z = w->abandon[w->team[i]] - r->stop_peers * around - r->stop_formal * r->job;
    z += r->stop_cynicism * w->cynicism[i] - r->stop_motivation * (2.0 * w->motivation[i] - 1.0);
    return u < logistic(z);
}

/* An agent adopts or abandons by a noisy threshold: logistic in its neighbours' practice, its mood and its team. */
int logistic_contagion(const World *w, const Rule *r, int32_t months) {
    int32_t *neighbours = malloc(sizeof(int32_t) * (size_t)w->n);
    int32_t *in_team = malloc(sizeof(int32_t) * (size_t)w->n_teams);
    uint8_t *after = malloc((size_t)w->n);
    if (!neighbours || !in_team || !after) return 1;
    double half = pow(r->half_point, r->steepness);
    count_neighbours(w, neighbours);
    for (int32_t month = 0; month < months; month++) {
        memset(in_team, 0, sizeof(int32_t) * (size_t)w->n_teams);
        for (int32_t i = 0; i < w->n; i++) in_team[w->team[i]] += w->practises[i];
        for (int32_t i = 0; i < w->n; i++) {
            double u = uniform(r, (uint32_t)month, (uint32_t)i);
            if (w->practises[i]) {
                int32_t mates = w->team_size[w->team[i]] - 1;
                double share = mates > 0 ? (double)(in_team[w->team[i]] - 1) / mates : 0.0;
                after[i] = !drops(w, r, i, neighbours[i], half, share, u);
            } else {
                after[i] = (uint8_t)takes_up(w, r, i, neighbours[i], half, u);
            }
        }
        commit(w, neighbours, after);
    }
    free(neighbours);
    free(in_team);
    free(after);
    return 0;
}
