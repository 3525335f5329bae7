# Mail, chats and texts that are sent from Python.
import os
import smtplib
from email.message import EmailMessage

import requests
from django.core.mail import send_mail
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook import WebhookClient
from twilio.rest import Client


class Own:
    def send(self, text):
        return None


async def announce():
    item = requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1
    mail = EmailMessage()
    mail.set_content(item["title"])
    with smtplib.SMTP("mail") as server:
        server.send_message(mail)  # sink: message email
    smtplib.SMTP("mail").sendmail("a", "b", item["title"])  # sink: message email
    send_mail("new", item["title"], "a", ["b"])  # sink: message email
    await AsyncWebClient().chat_postMessage(channel="items", text=item["title"])  # sink: message slack
    WebhookClient("https://example.org").send(text=item["title"])  # sink: message slack
    Client("a", "b").messages.create(to="1", body=item["title"])  # sink: message sms
    Own().send(item["title"])  # ok: a class of this file, which drops it
    send_mail("new", "see the page", "a", ["b"])  # ok: nothing of the item


if __name__ == "__main__":
    import asyncio

    asyncio.run(announce())
