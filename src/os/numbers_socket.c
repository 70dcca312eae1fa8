/* SPDX-License-Identifier: MIT */
/* What the module _socket has: sys/socket.h, netinet/in.h and more. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <linux/can.h>
#include <linux/can/bcm.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/if_alg.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <linux/tipc.h>
#include <linux/vm_sockets.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

const OsNumber os_numbers_socket[] = {
#include "os/numbers_socket.def"
    {0},
};
