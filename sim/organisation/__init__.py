"""What the roles share: items on their way, evidence, workload, the programme, the lab, instruments, money."""
