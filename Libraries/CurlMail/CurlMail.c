#include "CurlMail.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

typedef struct {
    const char *bytes;
    size_t left;
} rest;

static size_t give(char *into, size_t size, size_t count, void *from) {
    rest *r = from;
    size_t n = size * count < r->left ? size * count : r->left;
    memcpy(into, r->bytes, n);
    r->bytes += n;
    r->left -= n;
    return n;
}

typedef struct {
    const chaperone_mail *mail;
    int refused;
    int opened;
} gate;

// libcurl connects to the very address that it shows here
static curl_socket_t open_socket(void *clientp, curlsocktype purpose, struct curl_sockaddr *address) {
    gate *g = clientp;
    (void)purpose;
    if (g->mail->allows && !g->mail->allows(&address->addr, g->mail->may_be_inside)) {
        g->refused = 1;
        return CURL_SOCKET_BAD;
    }
    g->opened = 1;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int chaperone_send_mail(const chaperone_mail *mail, long *answer, char *trouble, size_t size) {
    pthread_once(&once, begin);
    char said[CURL_ERROR_SIZE] = "";
    rest message = {mail->message, mail->length};
    gate door = {mail, 0, 0};
    struct curl_slist *to = NULL;
    CURLcode code = CURLE_OUT_OF_MEMORY;
    *answer = 0;
    CURL *curl = curl_easy_init();
    if (!curl) goto done;
    if (!(to = curl_slist_append(NULL, mail->to))) goto done;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said);
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &door);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, mail->milliseconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, mail->milliseconds / 2);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(mail->tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (mail->authorities) curl_easy_setopt(curl, CURLOPT_CAINFO, mail->authorities);
    if (mail->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, mail->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password ? mail->password : "");
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &message);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->length);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, answer);
done:
    snprintf(trouble, size, "%s", said[0] ? said : curl_easy_strerror(code));
    curl_slist_free_all(to);
    if (curl) curl_easy_cleanup(curl);
    return code != CURLE_OK && door.refused && !door.opened ? CHAPERONE_MAIL_NOT_ALLOWED : (int)code;
}
