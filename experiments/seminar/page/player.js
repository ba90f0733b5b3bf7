// The common clock: play, pause, step. It asks for frames only while it plays.

export class Player {
  constructor(session) {
    this.session = session;
    this.frame = this.frame.bind(this);
  }

  toggle() {
    if (this.session.playing) this.pause();
    else this.play();
  }

  play() {
    const { session } = this;
    if (session.month >= session.last) session.seek(0);
    session.playing = true;
    this.since = null;
    session.tell("playing");
    this.asked = requestAnimationFrame(this.frame);
  }

  pause() {
    cancelAnimationFrame(this.asked);
    this.session.playing = false;
    this.session.tell("playing");
  }

  step(by) {
    if (this.session.playing) this.pause();
    this.session.seek(this.session.month + by);
  }

  jump(month) {
    if (this.session.playing) this.pause();
    this.session.seek(month);
  }

  frame(now) {
    const { session } = this;
    if (!session.playing) return;
    this.since ??= now;
    const due = Math.floor(((now - this.since) / 1000) * session.speed);
    if (due > 0) {
      this.since += (due / session.speed) * 1000;
      session.seek(session.month + due);
    }
    if (session.month >= session.last) this.pause();
    else this.asked = requestAnimationFrame(this.frame);
  }
}
