/* SPDX-License-Identifier: MIT */
/* What the module termios has: termios.h and sys/ioctl.h. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <asm/ioctls.h>
#include <linux/serial.h>
#include <sys/ioctl.h>
#include <termio.h>
#include <termios.h>

const OsNumber os_numbers_termios[] = {
#ifdef B0
    OS_NUMBER(B0),
#endif
#ifdef B1000000
    OS_NUMBER(B1000000),
#endif
#ifdef B110
    OS_NUMBER(B110),
#endif
#ifdef B115200
    OS_NUMBER(B115200),
#endif
#ifdef B1152000
    OS_NUMBER(B1152000),
#endif
#ifdef B1200
    OS_NUMBER(B1200),
#endif
#ifdef B134
    OS_NUMBER(B134),
#endif
#ifdef B150
    OS_NUMBER(B150),
#endif
#ifdef B1500000
    OS_NUMBER(B1500000),
#endif
#ifdef B1800
    OS_NUMBER(B1800),
#endif
#ifdef B19200
    OS_NUMBER(B19200),
#endif
#ifdef B200
    OS_NUMBER(B200),
#endif
#ifdef B2000000
    OS_NUMBER(B2000000),
#endif
#ifdef B230400
    OS_NUMBER(B230400),
#endif
#ifdef B2400
    OS_NUMBER(B2400),
#endif
#ifdef B2500000
    OS_NUMBER(B2500000),
#endif
#ifdef B300
    OS_NUMBER(B300),
#endif
#ifdef B3000000
    OS_NUMBER(B3000000),
#endif
#ifdef B3500000
    OS_NUMBER(B3500000),
#endif
#ifdef B38400
    OS_NUMBER(B38400),
#endif
#ifdef B4000000
    OS_NUMBER(B4000000),
#endif
#ifdef B460800
    OS_NUMBER(B460800),
#endif
#ifdef B4800
    OS_NUMBER(B4800),
#endif
#ifdef B50
    OS_NUMBER(B50),
#endif
#ifdef B500000
    OS_NUMBER(B500000),
#endif
#ifdef B57600
    OS_NUMBER(B57600),
#endif
#ifdef B576000
    OS_NUMBER(B576000),
#endif
#ifdef B600
    OS_NUMBER(B600),
#endif
#ifdef B75
    OS_NUMBER(B75),
#endif
#ifdef B921600
    OS_NUMBER(B921600),
#endif
#ifdef B9600
    OS_NUMBER(B9600),
#endif
#ifdef BRKINT
    OS_NUMBER(BRKINT),
#endif
#ifdef BS0
    OS_NUMBER(BS0),
#endif
#ifdef BS1
    OS_NUMBER(BS1),
#endif
#ifdef BSDLY
    OS_NUMBER(BSDLY),
#endif
#ifdef CBAUD
    OS_NUMBER(CBAUD),
#endif
#ifdef CBAUDEX
    OS_NUMBER(CBAUDEX),
#endif
#ifdef CDSUSP
    OS_NUMBER(CDSUSP),
#endif
#ifdef CEOF
    OS_NUMBER(CEOF),
#endif
#ifdef CEOL
    OS_NUMBER(CEOL),
#endif
#ifdef CEOT
    OS_NUMBER(CEOT),
#endif
#ifdef CERASE
    OS_NUMBER(CERASE),
#endif
#ifdef CFLUSH
    OS_NUMBER(CFLUSH),
#endif
#ifdef CIBAUD
    OS_NUMBER(CIBAUD),
#endif
#ifdef CINTR
    OS_NUMBER(CINTR),
#endif
#ifdef CKILL
    OS_NUMBER(CKILL),
#endif
#ifdef CLNEXT
    OS_NUMBER(CLNEXT),
#endif
#ifdef CLOCAL
    OS_NUMBER(CLOCAL),
#endif
#ifdef CQUIT
    OS_NUMBER(CQUIT),
#endif
#ifdef CR0
    OS_NUMBER(CR0),
#endif
#ifdef CR1
    OS_NUMBER(CR1),
#endif
#ifdef CR2
    OS_NUMBER(CR2),
#endif
#ifdef CR3
    OS_NUMBER(CR3),
#endif
#ifdef CRDLY
    OS_NUMBER(CRDLY),
#endif
#ifdef CREAD
    OS_NUMBER(CREAD),
#endif
#ifdef CRPRNT
    OS_NUMBER(CRPRNT),
#endif
#ifdef CRTSCTS
    OS_NUMBER(CRTSCTS),
#endif
#ifdef CS5
    OS_NUMBER(CS5),
#endif
#ifdef CS6
    OS_NUMBER(CS6),
#endif
#ifdef CS7
    OS_NUMBER(CS7),
#endif
#ifdef CS8
    OS_NUMBER(CS8),
#endif
#ifdef CSIZE
    OS_NUMBER(CSIZE),
#endif
#ifdef CSTART
    OS_NUMBER(CSTART),
#endif
#ifdef CSTOP
    OS_NUMBER(CSTOP),
#endif
#ifdef CSTOPB
    OS_NUMBER(CSTOPB),
#endif
#ifdef CSUSP
    OS_NUMBER(CSUSP),
#endif
#ifdef CWERASE
    OS_NUMBER(CWERASE),
#endif
#ifdef ECHO
    OS_NUMBER(ECHO),
#endif
#ifdef ECHOCTL
    OS_NUMBER(ECHOCTL),
#endif
#ifdef ECHOE
    OS_NUMBER(ECHOE),
#endif
#ifdef ECHOK
    OS_NUMBER(ECHOK),
#endif
#ifdef ECHOKE
    OS_NUMBER(ECHOKE),
#endif
#ifdef ECHONL
    OS_NUMBER(ECHONL),
#endif
#ifdef ECHOPRT
    OS_NUMBER(ECHOPRT),
#endif
#ifdef EXTA
    OS_NUMBER(EXTA),
#endif
#ifdef EXTB
    OS_NUMBER(EXTB),
#endif
#ifdef FF0
    OS_NUMBER(FF0),
#endif
#ifdef FF1
    OS_NUMBER(FF1),
#endif
#ifdef FFDLY
    OS_NUMBER(FFDLY),
#endif
#ifdef FIOASYNC
    OS_NUMBER(FIOASYNC),
#endif
#ifdef FIOCLEX
    OS_NUMBER(FIOCLEX),
#endif
#ifdef FIONBIO
    OS_NUMBER(FIONBIO),
#endif
#ifdef FIONCLEX
    OS_NUMBER(FIONCLEX),
#endif
#ifdef FIONREAD
    OS_NUMBER(FIONREAD),
#endif
#ifdef FLUSHO
    OS_NUMBER(FLUSHO),
#endif
#ifdef HUPCL
    OS_NUMBER(HUPCL),
#endif
#ifdef ICANON
    OS_NUMBER(ICANON),
#endif
#ifdef ICRNL
    OS_NUMBER(ICRNL),
#endif
#ifdef IEXTEN
    OS_NUMBER(IEXTEN),
#endif
#ifdef IGNBRK
    OS_NUMBER(IGNBRK),
#endif
#ifdef IGNCR
    OS_NUMBER(IGNCR),
#endif
#ifdef IGNPAR
    OS_NUMBER(IGNPAR),
#endif
#ifdef IMAXBEL
    OS_NUMBER(IMAXBEL),
#endif
#ifdef INLCR
    OS_NUMBER(INLCR),
#endif
#ifdef INPCK
    OS_NUMBER(INPCK),
#endif
#ifdef IOCSIZE_MASK
    OS_NUMBER(IOCSIZE_MASK),
#endif
#ifdef IOCSIZE_SHIFT
    OS_NUMBER(IOCSIZE_SHIFT),
#endif
#ifdef ISIG
    OS_NUMBER(ISIG),
#endif
#ifdef ISTRIP
    OS_NUMBER(ISTRIP),
#endif
#ifdef IUCLC
    OS_NUMBER(IUCLC),
#endif
#ifdef IXANY
    OS_NUMBER(IXANY),
#endif
#ifdef IXOFF
    OS_NUMBER(IXOFF),
#endif
#ifdef IXON
    OS_NUMBER(IXON),
#endif
#ifdef NCC
    OS_NUMBER(NCC),
#endif
#ifdef NCCS
    OS_NUMBER(NCCS),
#endif
#ifdef NL0
    OS_NUMBER(NL0),
#endif
#ifdef NL1
    OS_NUMBER(NL1),
#endif
#ifdef NLDLY
    OS_NUMBER(NLDLY),
#endif
#ifdef NOFLSH
    OS_NUMBER(NOFLSH),
#endif
#ifdef N_MOUSE
    OS_NUMBER(N_MOUSE),
#endif
#ifdef N_PPP
    OS_NUMBER(N_PPP),
#endif
#ifdef N_SLIP
    OS_NUMBER(N_SLIP),
#endif
#ifdef N_STRIP
    OS_NUMBER(N_STRIP),
#endif
#ifdef N_TTY
    OS_NUMBER(N_TTY),
#endif
#ifdef OCRNL
    OS_NUMBER(OCRNL),
#endif
#ifdef OFDEL
    OS_NUMBER(OFDEL),
#endif
#ifdef OFILL
    OS_NUMBER(OFILL),
#endif
#ifdef OLCUC
    OS_NUMBER(OLCUC),
#endif
#ifdef ONLCR
    OS_NUMBER(ONLCR),
#endif
#ifdef ONLRET
    OS_NUMBER(ONLRET),
#endif
#ifdef ONOCR
    OS_NUMBER(ONOCR),
#endif
#ifdef OPOST
    OS_NUMBER(OPOST),
#endif
#ifdef PARENB
    OS_NUMBER(PARENB),
#endif
#ifdef PARMRK
    OS_NUMBER(PARMRK),
#endif
#ifdef PARODD
    OS_NUMBER(PARODD),
#endif
#ifdef PENDIN
    OS_NUMBER(PENDIN),
#endif
#ifdef TAB0
    OS_NUMBER(TAB0),
#endif
#ifdef TAB1
    OS_NUMBER(TAB1),
#endif
#ifdef TAB2
    OS_NUMBER(TAB2),
#endif
#ifdef TAB3
    OS_NUMBER(TAB3),
#endif
#ifdef TABDLY
    OS_NUMBER(TABDLY),
#endif
#ifdef TCFLSH
    OS_NUMBER(TCFLSH),
#endif
#ifdef TCGETA
    OS_NUMBER(TCGETA),
#endif
#ifdef TCGETS
    OS_NUMBER(TCGETS),
#endif
#ifdef TCIFLUSH
    OS_NUMBER(TCIFLUSH),
#endif
#ifdef TCIOFF
    OS_NUMBER(TCIOFF),
#endif
#ifdef TCIOFLUSH
    OS_NUMBER(TCIOFLUSH),
#endif
#ifdef TCION
    OS_NUMBER(TCION),
#endif
#ifdef TCOFLUSH
    OS_NUMBER(TCOFLUSH),
#endif
#ifdef TCOOFF
    OS_NUMBER(TCOOFF),
#endif
#ifdef TCOON
    OS_NUMBER(TCOON),
#endif
#ifdef TCSADRAIN
    OS_NUMBER(TCSADRAIN),
#endif
#ifdef TCSAFLUSH
    OS_NUMBER(TCSAFLUSH),
#endif
#ifdef TCSANOW
    OS_NUMBER(TCSANOW),
#endif
#ifdef TCSBRK
    OS_NUMBER(TCSBRK),
#endif
#ifdef TCSBRKP
    OS_NUMBER(TCSBRKP),
#endif
#ifdef TCSETA
    OS_NUMBER(TCSETA),
#endif
#ifdef TCSETAF
    OS_NUMBER(TCSETAF),
#endif
#ifdef TCSETAW
    OS_NUMBER(TCSETAW),
#endif
#ifdef TCSETS
    OS_NUMBER(TCSETS),
#endif
#ifdef TCSETSF
    OS_NUMBER(TCSETSF),
#endif
#ifdef TCSETSW
    OS_NUMBER(TCSETSW),
#endif
#ifdef TCXONC
    OS_NUMBER(TCXONC),
#endif
#ifdef TIOCCONS
    OS_NUMBER(TIOCCONS),
#endif
#ifdef TIOCEXCL
    OS_NUMBER(TIOCEXCL),
#endif
#ifdef TIOCGETD
    OS_NUMBER(TIOCGETD),
#endif
#ifdef TIOCGICOUNT
    OS_NUMBER(TIOCGICOUNT),
#endif
#ifdef TIOCGLCKTRMIOS
    OS_NUMBER(TIOCGLCKTRMIOS),
#endif
#ifdef TIOCGPGRP
    OS_NUMBER(TIOCGPGRP),
#endif
#ifdef TIOCGSERIAL
    OS_NUMBER(TIOCGSERIAL),
#endif
#ifdef TIOCGSOFTCAR
    OS_NUMBER(TIOCGSOFTCAR),
#endif
#ifdef TIOCGWINSZ
    OS_NUMBER(TIOCGWINSZ),
#endif
#ifdef TIOCINQ
    OS_NUMBER(TIOCINQ),
#endif
#ifdef TIOCLINUX
    OS_NUMBER(TIOCLINUX),
#endif
#ifdef TIOCMBIC
    OS_NUMBER(TIOCMBIC),
#endif
#ifdef TIOCMBIS
    OS_NUMBER(TIOCMBIS),
#endif
#ifdef TIOCMGET
    OS_NUMBER(TIOCMGET),
#endif
#ifdef TIOCMIWAIT
    OS_NUMBER(TIOCMIWAIT),
#endif
#ifdef TIOCMSET
    OS_NUMBER(TIOCMSET),
#endif
#ifdef TIOCM_CAR
    OS_NUMBER(TIOCM_CAR),
#endif
#ifdef TIOCM_CD
    OS_NUMBER(TIOCM_CD),
#endif
#ifdef TIOCM_CTS
    OS_NUMBER(TIOCM_CTS),
#endif
#ifdef TIOCM_DSR
    OS_NUMBER(TIOCM_DSR),
#endif
#ifdef TIOCM_DTR
    OS_NUMBER(TIOCM_DTR),
#endif
#ifdef TIOCM_LE
    OS_NUMBER(TIOCM_LE),
#endif
#ifdef TIOCM_RI
    OS_NUMBER(TIOCM_RI),
#endif
#ifdef TIOCM_RNG
    OS_NUMBER(TIOCM_RNG),
#endif
#ifdef TIOCM_RTS
    OS_NUMBER(TIOCM_RTS),
#endif
#ifdef TIOCM_SR
    OS_NUMBER(TIOCM_SR),
#endif
#ifdef TIOCM_ST
    OS_NUMBER(TIOCM_ST),
#endif
#ifdef TIOCNOTTY
    OS_NUMBER(TIOCNOTTY),
#endif
#ifdef TIOCNXCL
    OS_NUMBER(TIOCNXCL),
#endif
#ifdef TIOCOUTQ
    OS_NUMBER(TIOCOUTQ),
#endif
#ifdef TIOCPKT
    OS_NUMBER(TIOCPKT),
#endif
#ifdef TIOCPKT_DATA
    OS_NUMBER(TIOCPKT_DATA),
#endif
#ifdef TIOCPKT_DOSTOP
    OS_NUMBER(TIOCPKT_DOSTOP),
#endif
#ifdef TIOCPKT_FLUSHREAD
    OS_NUMBER(TIOCPKT_FLUSHREAD),
#endif
#ifdef TIOCPKT_FLUSHWRITE
    OS_NUMBER(TIOCPKT_FLUSHWRITE),
#endif
#ifdef TIOCPKT_NOSTOP
    OS_NUMBER(TIOCPKT_NOSTOP),
#endif
#ifdef TIOCPKT_START
    OS_NUMBER(TIOCPKT_START),
#endif
#ifdef TIOCPKT_STOP
    OS_NUMBER(TIOCPKT_STOP),
#endif
#ifdef TIOCSCTTY
    OS_NUMBER(TIOCSCTTY),
#endif
#ifdef TIOCSERCONFIG
    OS_NUMBER(TIOCSERCONFIG),
#endif
#ifdef TIOCSERGETLSR
    OS_NUMBER(TIOCSERGETLSR),
#endif
#ifdef TIOCSERGETMULTI
    OS_NUMBER(TIOCSERGETMULTI),
#endif
#ifdef TIOCSERGSTRUCT
    OS_NUMBER(TIOCSERGSTRUCT),
#endif
#ifdef TIOCSERGWILD
    OS_NUMBER(TIOCSERGWILD),
#endif
#ifdef TIOCSERSETMULTI
    OS_NUMBER(TIOCSERSETMULTI),
#endif
#ifdef TIOCSERSWILD
    OS_NUMBER(TIOCSERSWILD),
#endif
#ifdef TIOCSER_TEMT
    OS_NUMBER(TIOCSER_TEMT),
#endif
#ifdef TIOCSETD
    OS_NUMBER(TIOCSETD),
#endif
#ifdef TIOCSLCKTRMIOS
    OS_NUMBER(TIOCSLCKTRMIOS),
#endif
#ifdef TIOCSPGRP
    OS_NUMBER(TIOCSPGRP),
#endif
#ifdef TIOCSSERIAL
    OS_NUMBER(TIOCSSERIAL),
#endif
#ifdef TIOCSSOFTCAR
    OS_NUMBER(TIOCSSOFTCAR),
#endif
#ifdef TIOCSTI
    OS_NUMBER(TIOCSTI),
#endif
#ifdef TIOCSWINSZ
    OS_NUMBER(TIOCSWINSZ),
#endif
#ifdef TOSTOP
    OS_NUMBER(TOSTOP),
#endif
#ifdef VDISCARD
    OS_NUMBER(VDISCARD),
#endif
#ifdef VEOF
    OS_NUMBER(VEOF),
#endif
#ifdef VEOL
    OS_NUMBER(VEOL),
#endif
#ifdef VEOL2
    OS_NUMBER(VEOL2),
#endif
#ifdef VERASE
    OS_NUMBER(VERASE),
#endif
#ifdef VINTR
    OS_NUMBER(VINTR),
#endif
#ifdef VKILL
    OS_NUMBER(VKILL),
#endif
#ifdef VLNEXT
    OS_NUMBER(VLNEXT),
#endif
#ifdef VMIN
    OS_NUMBER(VMIN),
#endif
#ifdef VQUIT
    OS_NUMBER(VQUIT),
#endif
#ifdef VREPRINT
    OS_NUMBER(VREPRINT),
#endif
#ifdef VSTART
    OS_NUMBER(VSTART),
#endif
#ifdef VSTOP
    OS_NUMBER(VSTOP),
#endif
#ifdef VSUSP
    OS_NUMBER(VSUSP),
#endif
#ifdef VSWTC
    OS_NUMBER(VSWTC),
#endif
#ifdef VSWTC
    {"VSWTCH", VSWTC},
#endif
#ifdef VT0
    OS_NUMBER(VT0),
#endif
#ifdef VT1
    OS_NUMBER(VT1),
#endif
#ifdef VTDLY
    OS_NUMBER(VTDLY),
#endif
#ifdef VTIME
    OS_NUMBER(VTIME),
#endif
#ifdef VWERASE
    OS_NUMBER(VWERASE),
#endif
#ifdef XCASE
    OS_NUMBER(XCASE),
#endif
#ifdef XTABS
    OS_NUMBER(XTABS),
#endif
    {0},
};
