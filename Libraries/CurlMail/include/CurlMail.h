#ifndef CHAPERONE_CURL_MAIL_H
#define CHAPERONE_CURL_MAIL_H

#include <stddef.h>
#include <sys/socket.h>

/// What one hands to a mail server, and how. Texts end with a zero byte; those that may be missing are NULL.
typedef struct {
    /// `smtps://host:port` for TLS from the first byte, `smtp://host:port` for STARTTLS or none.
    const char *url;
    /// Whether TLS is demanded: without it nothing is sent, and no password.
    int tls;
    /// A file of certificate authorities in PEM form to trust instead of the machine's own; may be NULL.
    const char *authorities;
    const char *user;
    const char *password;
    const char *from;
    const char *to;
    const char *message;
    size_t length;
    long milliseconds;
    /// Asked for each address before a connection to it is made, with `may_be_inside`: 0 refuses it.
    int (*allows)(const struct sockaddr *address, int may_be_inside);
    int may_be_inside;
} chaperone_mail;

/// In the place of libcurl's code: no address that the name stands for is allowed.
enum { CHAPERONE_MAIL_NOT_ALLOWED = -1 };

/// Sends one message to one recipient, and waits for it.
/// Gives back 0, or libcurl's code with its sentence in `trouble`; `answer` is the server's last number, or 0.
int chaperone_send_mail(const chaperone_mail *mail, long *answer, char *trouble, size_t size);

#endif
