# SPDX-License-Identifier: MIT
"""Five bodies under gravity, advanced by a symplectic step: float work."""

import sys

PI = 3.141592653589793
SUN = 4 * PI * PI
YEAR = 365.24

# name, position (x, y, z), velocity per day (x, y, z), mass in suns
PLANETS = (
    ("jupiter",
     (4.84143144246472090e+00, -1.16032004402742839e+00,
      -1.03622044471123109e-01),
     (1.66007664274403694e-03, 7.69901118419740425e-03,
      -6.90460016972063023e-05), 9.54791938424326609e-04),
    ("saturn",
     (8.34336671824457987e+00, 4.12479856412430479e+00,
      -4.03523417114321381e-01),
     (-2.76742510726411899e-03, 4.99852801234917238e-03,
      2.30417297573763929e-05), 2.85885980666130812e-04),
    ("uranus",
     (1.28943695621391310e+01, -1.51111514016986312e+01,
      -2.23307578892655734e-01),
     (2.96460137564761618e-03, 2.37847173959480950e-03,
      -2.96589568540237556e-05), 4.36624404335156298e-05),
    ("neptune",
     (1.53796971148509165e+01, -2.59193146099879641e+01,
      1.79258772950371181e-01),
     (2.68067772490389322e-03, 1.62824170038242295e-03,
      -9.51592254519715870e-05), 5.15138902046611451e-05),
)


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass


def make_system():
    bodies = [Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), SUN)]
    for _, position, velocity, mass in PLANETS:
        yearly = tuple(v * YEAR for v in velocity)
        bodies.append(Body(position, yearly, mass * SUN))
    px = py = pz = 0.0
    for b in bodies:
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
    sun = bodies[0]
    sun.vx, sun.vy, sun.vz = -px / SUN, -py / SUN, -pz / SUN
    return bodies


def list_pairs(bodies):
    pairs = []
    for i in range(len(bodies)):
        for j in range(i + 1, len(bodies)):
            pairs.append((bodies[i], bodies[j]))
    return pairs


def measure_energy(bodies, pairs):
    energy = 0.0
    for b in bodies:
        energy += 0.5 * b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2)
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        energy -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return energy


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            dist2 = dx * dx + dy * dy + dz * dz
            mag = dt / (dist2 * dist2 ** 0.5)
            am = a.mass * mag
            bm = b.mass * mag
            a.vx -= dx * bm
            a.vy -= dy * bm
            a.vz -= dz * bm
            b.vx += dx * am
            b.vy += dy * am
            b.vz += dz * am
        for b in bodies:
            b.x += dt * b.vx
            b.y += dt * b.vy
            b.z += dt * b.vz


def run(n):
    bodies = make_system()
    pairs = list_pairs(bodies)
    advance(bodies, pairs, 0.01, n)
    return "%.9f" % measure_energy(bodies, pairs)


if __name__ == "__main__":
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(run(0))
    print(run(scale))
