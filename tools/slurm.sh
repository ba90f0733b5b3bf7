#!/bin/sh
# A SLURM of one node, this machine, for tests: tools/slurm.sh start|stop FOLDER. Root, Debian's packages
# slurmctld, slurmd, slurm-client and munge. It listens on 127.0.0.1 only; then: export SLURM_CONF=FOLDER/slurm.conf
set -eu

start() {
    mkdir -p "$folder/state" "$folder/spool"
    install -d -o munge -g munge -m 755 /run/munge
    [ -S /run/munge/munge.socket.2 ] || runuser -u munge -- munged
    host=$(hostname -s)
    memory=$(awk '/^MemTotal/ { print int($2 / 1024 * 0.9) }' /proc/meminfo)
    cat > "$SLURM_CONF" <<END
ClusterName=archipel
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
    slurmctld
    slurmd
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sinfo --noheader --format=%T 2> /dev/null | grep -q idle && return
        sleep 1
    done
    echo "tools/slurm.sh: the node did not come up, see $folder/*.log" >&2
    exit 1
}

stop() {
    for name in slurmd slurmctld; do
        [ ! -f "$folder/$name.pid" ] || kill "$(cat "$folder/$name.pid")"
    done
}

case "${1:-} $#" in
    "start 2" | "stop 2") ;;
    *) echo "usage: tools/slurm.sh start|stop FOLDER" >&2; exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "tools/slurm.sh: root is needed." >&2; exit 1; }
folder=$(realpath -m "$2")
export SLURM_CONF="$folder/slurm.conf"
"$1"
